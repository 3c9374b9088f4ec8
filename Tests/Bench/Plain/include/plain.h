#pragma once
// The baselines that are best written in C: what a careful programmer gets from the SQLite C API, or from a loop over a
// table, without a journal, scopes, reasons or checks. Built at -O2 by `swift build -c release`.
#include <stdint.h>

/// What a run took. `rows` is -1 and `error` holds a text where it failed.
struct plain_result {
  double wall_seconds;
  double cpu_seconds;
  int64_t rows;
  char error[200];
};

/// Copies the rows of `risk` (and of `assessment`, unless `risks_only`) from the file `source` into the file `target`,
/// which has the same schema. The rows are read into memory first; what is measured is one transaction of INSERTs with
/// every value bound by SQLITE_TRANSIENT, in WAL with synchronous=FULL, from BEGIN to the end of COMMIT.
struct plain_result plain_bulk_write(const char *source, const char *target, int risks_only);

/// One cell of a matrix.
struct plain_cell {
  int32_t score;
  uint8_t level;
  uint8_t review_months;
  uint8_t is_above;
};

/// Looks up `count` pairs (from 1) in a table of `impacts` columns; writes each pair's level and returns the sum of the
/// scores.
int64_t plain_rescore(const struct plain_cell *cells, int impacts, const uint8_t *likelihood, const uint8_t *impact,
                      int64_t count, uint8_t *levels);

/// Runs a query of three whole-number columns once on `path` and fills `counts[first * 16 + second]` with the third.
struct plain_result plain_matrix(const char *path, const char *sql, int64_t counts[256]);
