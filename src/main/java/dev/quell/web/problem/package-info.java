/** Problems (RFC 9457): what was wrong with a request and what would be right. */
@NullMarked
package dev.quell.web.problem;

import org.jspecify.annotations.NullMarked;
