#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "plain.h"

struct plain_result plain_matrix(const char *path, const char *sql, int64_t counts[256]) {
  struct plain_result result = {0};
  sqlite3 *database = 0;
  sqlite3_stmt *statement = 0;
  int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, 0);
  if (code == SQLITE_OK) {
    sqlite3_exec(database, "PRAGMA cache_size = -262144; PRAGMA mmap_size = 2147418112;", 0, 0, 0);
    code = sqlite3_prepare_v2(database, sql, -1, &statement, 0);
  }
  // The second walk is measured: the first one fills the cache.
  for (int walk = 0; walk < 2 && (code == SQLITE_OK || code == SQLITE_DONE); walk++) {
    memset(counts, 0, 256 * sizeof *counts);
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      int64_t first = sqlite3_column_int64(statement, 0), second = sqlite3_column_int64(statement, 1);
      counts[(first & 15) * 16 + (second & 15)] = sqlite3_column_int64(statement, 2);
    }
    result.wall_seconds = seconds(CLOCK_MONOTONIC) - wall;
    result.cpu_seconds = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    sqlite3_reset(statement);
  }
  if (code != SQLITE_DONE) {
    result.rows = -1;
    snprintf(result.error, sizeof result.error, "%s", sqlite3_errmsg(database));
  }
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return result;
}
