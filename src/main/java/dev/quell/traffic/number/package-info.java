/** Callers as plain numbers, and tables of them that never grow. */
@NullMarked
package dev.quell.traffic.number;

import org.jspecify.annotations.NullMarked;
