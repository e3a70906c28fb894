/** Lines, scripts and recordings, and whether the dialplan is as it should be. */
@NullMarked
package dev.quell.web.treatments;

import org.jspecify.annotations.NullMarked;
