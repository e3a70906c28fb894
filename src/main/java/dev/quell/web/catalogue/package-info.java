/** The catalogue of symbols over REST. */
@NullMarked
package dev.quell.web.catalogue;

import org.jspecify.annotations.NullMarked;
