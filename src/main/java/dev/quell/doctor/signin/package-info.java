/** Checks of services that people sign in by: an OpenID Connect provider, a directory. */
@NullMarked
package dev.quell.doctor.signin;

import org.jspecify.annotations.NullMarked;
