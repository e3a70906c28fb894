/** Accounts, tokens and the audit over SQL. */
@NullMarked
package dev.quell.storage.jdbc.people;

import org.jspecify.annotations.NullMarked;
