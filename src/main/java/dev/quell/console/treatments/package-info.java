/** The page of treatments: lines, scripts, recordings, and whether the dialplan is as it should be. */
@NullMarked
package dev.quell.console.treatments;

import org.jspecify.annotations.NullMarked;
