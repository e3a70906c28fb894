/** Signing in and out, and what a session may do. */
@NamedInterface("login")
@NullMarked
package dev.quell.security.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
