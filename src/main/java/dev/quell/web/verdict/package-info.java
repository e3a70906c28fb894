/** Verdicts and their evidence as the REST interface shows them. */
@NullMarked
package dev.quell.web.verdict;

import org.jspecify.annotations.NullMarked;
