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
