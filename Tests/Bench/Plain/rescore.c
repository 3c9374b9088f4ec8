#include "plain.h"

int64_t plain_rescore(const struct plain_cell *cells, int impacts, const uint8_t *likelihood, const uint8_t *impact,
                      int64_t count, uint8_t *levels) {
  int64_t sum = 0;
  for (int64_t i = 0; i < count; i++) {
    const struct plain_cell *cell = &cells[(likelihood[i] - 1) * impacts + impact[i] - 1];
    levels[i] = cell->level;
    sum += cell->score;
  }
  return sum;
}
