/** One way to page through lists: so many items at once, and a Link header that leads on. */
@NullMarked
package dev.quell.web.paging;

import org.jspecify.annotations.NullMarked;
