/** The REST interface's description of itself. */
@NullMarked
package dev.quell.web.description;

import org.jspecify.annotations.NullMarked;
