/** Keeps the traffic's watch in a running service: tells it of calls and flags, reads the log at the start, logs and measures what it finds. */
@NullMarked
package dev.quell.screening.watch;

import org.jspecify.annotations.NullMarked;
