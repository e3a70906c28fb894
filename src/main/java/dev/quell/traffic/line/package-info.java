/** What one line goes through: its usual level, floods and storms. */
@NullMarked
package dev.quell.traffic.line;

import org.jspecify.annotations.NullMarked;
