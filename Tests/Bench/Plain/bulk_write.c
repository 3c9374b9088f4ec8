#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "plain.h"

// One table in memory: `rows` × `columns` values, and the INSERT that writes one row.
struct table {
  struct value *values;
  int64_t rows, capacity;
  int columns;
  char insert[4096];
};

struct value {
  int type;
  int length;
  int64_t integer;
  char *text;
};

static int load(sqlite3 *source, const char *name, struct table *table);
static int add_row(struct table *table, sqlite3_stmt *statement);
static int write_row(sqlite3_stmt *statement, const struct value *row, int columns);
static int write_all(sqlite3 *target, const struct table *risks, const struct table *assessments);
static void release(struct table *table);

struct plain_result plain_bulk_write(const char *source_path, const char *target_path, int risks_only) {
  struct plain_result result = {0};
  struct table risks = {0}, assessments = {0};
  sqlite3 *source = 0, *target = 0;
  int code = sqlite3_open_v2(source_path, &source, SQLITE_OPEN_READONLY, 0);
  if (code == SQLITE_OK) code = load(source, "risk", &risks);
  if (code == SQLITE_OK && !risks_only) code = load(source, "assessment", &assessments);
  if (code != SQLITE_OK) snprintf(result.error, sizeof result.error, "%s", sqlite3_errmsg(source));
  sqlite3_close(source);
  if (code == SQLITE_OK) {
    code = sqlite3_open_v2(target_path, &target, SQLITE_OPEN_READWRITE, 0);
    // Cache and mapping as the product has them; everything else as SQLite comes, so without foreign keys.
    sqlite3_exec(target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;", 0, 0, 0);
    sqlite3_exec(target, "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456;", 0, 0, 0);
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (code == SQLITE_OK) code = write_all(target, &risks, &assessments);
    result.wall_seconds = seconds(CLOCK_MONOTONIC) - wall;
    result.cpu_seconds = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    if (code != SQLITE_OK) snprintf(result.error, sizeof result.error, "%s", sqlite3_errmsg(target));
    sqlite3_close(target);
  }
  result.rows = code == SQLITE_OK ? risks.rows + assessments.rows : -1;
  release(&risks);
  release(&assessments);
  return result;
}

// The risk and its assessment one after the other, as an import brings them.
static int write_all(sqlite3 *target, const struct table *risks, const struct table *assessments) {
  sqlite3_stmt *risk = 0, *assessment = 0;
  int code = sqlite3_prepare_v3(target, risks->insert, -1, SQLITE_PREPARE_PERSISTENT, &risk, 0);
  if (code == SQLITE_OK && assessments->rows)
    code = sqlite3_prepare_v3(target, assessments->insert, -1, SQLITE_PREPARE_PERSISTENT, &assessment, 0);
  if (code == SQLITE_OK) code = sqlite3_exec(target, "BEGIN IMMEDIATE", 0, 0, 0);
  for (int64_t i = 0; i < risks->rows && code == SQLITE_OK; i++) {
    code = write_row(risk, risks->values + i * risks->columns, risks->columns);
    if (code == SQLITE_OK && i < assessments->rows)
      code = write_row(assessment, assessments->values + i * assessments->columns, assessments->columns);
  }
  if (code == SQLITE_OK) code = sqlite3_exec(target, "COMMIT", 0, 0, 0);
  sqlite3_finalize(risk);
  sqlite3_finalize(assessment);
  return code;
}

static int write_row(sqlite3_stmt *statement, const struct value *row, int columns) {
  // The first column is the number, which the table gives: it stays NULL.
  for (int column = 1; column < columns; column++) {
    const struct value *value = &row[column];
    if (value->type == SQLITE_INTEGER)
      sqlite3_bind_int64(statement, column + 1, value->integer);
    else if (value->type == SQLITE_TEXT)
      sqlite3_bind_text(statement, column + 1, value->text, value->length, SQLITE_TRANSIENT);
    else
      sqlite3_bind_null(statement, column + 1);
  }
  int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int load(sqlite3 *source, const char *name, struct table *table) {
  char sql[100];
  sqlite3_stmt *statement = 0;
  snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY id", name);
  int code = sqlite3_prepare_v2(source, sql, -1, &statement, 0);
  if (code != SQLITE_OK) return code;
  table->columns = sqlite3_column_count(statement);
  size_t used = (size_t)snprintf(table->insert, sizeof table->insert, "INSERT INTO %s VALUES (?", name);
  for (int column = 1; column < table->columns; column++)
    used += (size_t)snprintf(table->insert + used, sizeof table->insert - used, ", ?");
  snprintf(table->insert + used, sizeof table->insert - used, ")");
  while ((code = sqlite3_step(statement)) == SQLITE_ROW)
    if (add_row(table, statement)) return SQLITE_NOMEM;
  sqlite3_finalize(statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int add_row(struct table *table, sqlite3_stmt *statement) {
  if (table->rows == table->capacity) {
    table->capacity = table->capacity ? table->capacity * 2 : 1024;
    void *grown = realloc(table->values, (size_t)(table->capacity * table->columns) * sizeof(struct value));
    if (!grown) return 1;
    table->values = grown;
  }
  struct value *row = table->values + table->rows++ * table->columns;
  for (int column = 0; column < table->columns; column++) {
    row[column] = (struct value){.type = sqlite3_column_type(statement, column)};
    if (row[column].type == SQLITE_INTEGER) row[column].integer = sqlite3_column_int64(statement, column);
    if (row[column].type != SQLITE_TEXT) continue;
    row[column].length = sqlite3_column_bytes(statement, column);
    row[column].text = malloc((size_t)row[column].length + 1);
    if (!row[column].text) return 1;
    memcpy(row[column].text, sqlite3_column_text(statement, column), (size_t)row[column].length);
  }
  return 0;
}

static void release(struct table *table) {
  for (int64_t i = 0; i < table->rows * table->columns; i++) free(table->values[i].text);
  free(table->values);
}
