/** Millions of patterns in memory: numbers coded in 64 bits, in small sorted arrays that are never changed, only replaced. */
@NullMarked
package dev.quell.blocklist.table;

import org.jspecify.annotations.NullMarked;
