/** The calls of the log and why they were treated so. */
@NullMarked
package dev.quell.web.calls;

import org.jspecify.annotations.NullMarked;
