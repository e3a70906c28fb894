/** Signing in and out, and what a session may do. */
@NullMarked
package dev.quell.security.login;

import org.jspecify.annotations.NullMarked;
