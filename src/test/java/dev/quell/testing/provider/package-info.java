/** An OpenID Connect provider as others run one, for tests: Spring's own authorization server on a port of its own. */
@NullMarked
package dev.quell.testing.provider;

import org.jspecify.annotations.NullMarked;
