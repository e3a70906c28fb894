/** Requests that take long, of which few run at once. */
@NullMarked
package dev.quell.web.heavy;

import org.jspecify.annotations.NullMarked;
