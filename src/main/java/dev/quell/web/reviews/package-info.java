/** Samples of diverted calls and disputes of callers, and what people say of them. */
@NullMarked
package dev.quell.web.reviews;

import org.jspecify.annotations.NullMarked;
