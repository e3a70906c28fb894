/** Sign-in with an OpenID Connect provider: authorization code with PKCE. */
@NullMarked
package dev.quell.security.outside.oidc;

import org.jspecify.annotations.NullMarked;
