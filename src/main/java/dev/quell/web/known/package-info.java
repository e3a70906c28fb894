/** The callers whom the site knows. */
@NullMarked
package dev.quell.web.known;

import org.jspecify.annotations.NullMarked;
