package dev.quell.security.outside.ldap;

import javax.naming.AuthenticationException;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.ldap.LdapContext;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.ldap.core.support.AbstractTlsDirContextAuthenticationStrategy;

/** Encrypts a connection by StartTLS, and then binds. Nothing is read to see whether that went well, since people need not see where they are kept. */
final class TlsFirst extends AbstractTlsDirContextAuthenticationStrategy {

    TlsFirst(SSLSocketFactory sockets) {
        setSslSocketFactory(sockets);
    }

    @Override
    protected void applyAuthentication(LdapContext context, String name, String password) throws NamingException {
        if (name.isEmpty() || password.isEmpty()) {
            throw new AuthenticationException("a bind without name or password proves nothing");
        }
        context.addToEnvironment(Context.SECURITY_AUTHENTICATION, "simple");
        context.addToEnvironment(Context.SECURITY_PRINCIPAL, name);
        context.addToEnvironment(Context.SECURITY_CREDENTIALS, password);
        context.reconnect(PasswordPolicy.asked());
        PasswordPolicy.look(context);
    }
}
