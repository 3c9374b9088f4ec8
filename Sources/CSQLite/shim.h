#pragma once
// Hidden behind these macros though the symbols are in Debian's library.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
// Pointer-cast macros do not reach Swift.
static inline sqlite3_destructor_type guvence_sqlite_transient(void) { return SQLITE_TRANSIENT; }
static inline sqlite3_destructor_type guvence_sqlite_static(void) { return SQLITE_STATIC; }
// Variadic functions do not reach Swift.
static inline int guvence_sqlite_db_config_int(sqlite3 *db, int op, int on) {
  int out = 0;
  return sqlite3_db_config(db, op, on, &out);
}
// A pointer handed out through sqlite3_bind_pointer does not reach Swift.
static inline fts5_api *guvence_fts5_api(sqlite3 *db) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}
