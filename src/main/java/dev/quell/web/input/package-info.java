/** Reads bodies and queries, and collects all that is wrong with them. */
@NullMarked
package dev.quell.web.input;

import org.jspecify.annotations.NullMarked;
