/** Calls as files: what is filtered, safe to open elsewhere, masked as on the pages. */
@NullMarked
package dev.quell.console.calls.export;

import org.jspecify.annotations.NullMarked;
