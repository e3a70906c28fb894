/** A network that fails on demand: a TCP proxy between two processes. */
@NullMarked
package dev.quell.faults.net;

import org.jspecify.annotations.NullMarked;
