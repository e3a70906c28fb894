/** One manager connection's bytes to typed events, with what a caller can forge taken out. Imports nothing of Quell. */
@NullMarked
package dev.quell.asterisk.ami.stream;

import org.jspecify.annotations.NullMarked;
