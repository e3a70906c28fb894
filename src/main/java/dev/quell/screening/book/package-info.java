/** The log lines of a call, and what is counted. */
@NullMarked
package dev.quell.screening.book;

import org.jspecify.annotations.NullMarked;
