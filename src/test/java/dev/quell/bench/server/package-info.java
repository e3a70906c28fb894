/** The servers that are measured, each in a process of its own. */
@NullMarked
package dev.quell.bench.server;

import org.jspecify.annotations.NullMarked;
