/** What people do from pages, each noted in the audit log. */
@NullMarked
package dev.quell.console.deed;

import org.jspecify.annotations.NullMarked;
