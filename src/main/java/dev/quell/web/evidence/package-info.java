/** {@code /api/v1/evidence}. */
@NullMarked
package dev.quell.web.evidence;

import org.jspecify.annotations.NullMarked;
