/** Accounts, tokens and the audit over REST. */
@NullMarked
package dev.quell.web.people;

import org.jspecify.annotations.NullMarked;
