/** A long call log: made in minutes, and how fast what people ask of it is answered. */
@NullMarked
package dev.quell.bench.log;

import org.jspecify.annotations.NullMarked;
