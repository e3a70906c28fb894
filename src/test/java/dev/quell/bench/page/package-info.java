/** Makes the page of measurements, {@code src/docs/performance.md}. */
@NullMarked
package dev.quell.bench.page;

import org.jspecify.annotations.NullMarked;
