package dev.quell.security.outside.ldap;

import java.util.Hashtable;
import javax.naming.AuthenticationException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.ldap.BasicControl;
import javax.naming.ldap.Control;
import javax.naming.ldap.LdapContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ldap.core.support.DirContextAuthenticationStrategy;
import org.springframework.ldap.core.support.SimpleDirContextAuthenticationStrategy;

/** Asks at each bind what the directory's rules for passwords say of it: whoever must choose another one first has proved too little. */
final class PasswordPolicy implements DirContextAuthenticationStrategy {

    /** Of a connection's environment: what is sent with each bind. */
    static final String ENVIRONMENT = "java.naming.ldap.control.connect";

    private static final Logger LOG = LoggerFactory.getLogger(PasswordPolicy.class);
    private static final String ID = "1.3.6.1.4.1.42.2.27.8.5.1";
    private static final int SEQUENCE = 0x30;
    private static final int ERROR = 0x81;
    private static final int WARNING = 0xA0;
    private static final int CHANGE_AFTER_RESET = 2;

    private final DirContextAuthenticationStrategy simple = new SimpleDirContextAuthenticationStrategy();

    /** The question, which a directory without such rules passes over. */
    static Control[] asked() {
        return new Control[] {new BasicControl(ID)};
    }

    @Override
    public void setupEnvironment(Hashtable<String, Object> environment, String name, String password)
            throws NamingException {
        simple.setupEnvironment(environment, name, password);
    }

    @Override
    public DirContext processContextAfterCreation(DirContext context, String name, String password)
            throws NamingException {
        if (context instanceof LdapContext bound) {
            look(bound);
        }
        return context;
    }

    /** @throws AuthenticationException if the password is good for nothing but to choose another */
    static void look(LdapContext bound) throws NamingException {
        Control[] told = bound.getResponseControls();
        for (Control each : told == null ? new Control[0] : told) {
            if (each.getID().equals(ID) && mustChange(each.getEncodedValue())) {
                LOG.warn("The directory wants somebody to choose another password before anything else");
                throw new AuthenticationException("another password must be chosen first");
            }
        }
    }

    /** Reads {@code SEQUENCE { warning [0] OPTIONAL, error [1] ENUMERATED OPTIONAL }}; what is not of that form says nothing. */
    static boolean mustChange(byte @Nullable [] value) {
        if (value == null || value.length < 2 || (value[0] & 0xFF) != SEQUENCE) {
            return false;
        }
        int at = 2;
        if (at + 1 < value.length && (value[at] & 0xFF) == WARNING) {
            at += 2 + (value[at + 1] & 0xFF);
        }
        return at + 2 < value.length
                && (value[at] & 0xFF) == ERROR
                && value[at + 1] == 1
                && value[at + 2] == CHANGE_AFTER_RESET;
    }
}
