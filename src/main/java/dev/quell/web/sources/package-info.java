/** Sources over a period, as JSON and CSV. */
@NullMarked
package dev.quell.web.sources;

import org.jspecify.annotations.NullMarked;
