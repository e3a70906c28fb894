/** The page of one's own account: password, language, colours, keys. */
@NullMarked
package dev.quell.console.account;

import org.jspecify.annotations.NullMarked;
