/** What one trunk's callers do. */
@NullMarked
package dev.quell.traffic.trunk;

import org.jspecify.annotations.NullMarked;
