package dev.quell.security.outside.ldap;

import java.util.stream.Stream;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.ldap.BadLdapGrammarException;
import org.springframework.ldap.CommunicationException;
import org.springframework.ldap.InsufficientResourcesException;
import org.springframework.ldap.InterruptedNamingException;
import org.springframework.ldap.InvalidAttributeValueException;
import org.springframework.ldap.InvalidNameException;
import org.springframework.ldap.InvalidSearchFilterException;
import org.springframework.ldap.ServiceUnavailableException;
import org.springframework.ldap.SizeLimitExceededException;
import org.springframework.ldap.TimeLimitExceededException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Whom a fault of the directory concerns: what one person's entry brings about keeps nobody else out. */
enum Blame {
    /** Name and password do not fit, or the directory refuses this person: it counts as a failed try. */
    PERSON,
    /** The directory has trouble with this entry, and others may get in: it counts as a failed try too, as somebody might guess by it. */
    ENTRY,
    /** The directory does not work, or not as the settings have it. */
    DIRECTORY;

    /** How far a question had come. */
    enum Stage {
        /** The person is searched for, in the searcher's name. */
        SEARCHING,
        /** The first that is asked is a connection in the name of the person that was typed. */
        TYPED,
        /** The person was found, by a search that the directory answered in the same moment, and the password is tried. */
        FOUND,
        /** The password fits; attributes and groups are read. */
        BOUND
    }

    /** Result codes 51 and 52, connections that cannot be made or break, answers that do not come. */
    private static boolean isService(Throwable fault) {
        return is(
                fault,
                CommunicationException.class,
                ServiceUnavailableException.class,
                InsufficientResourcesException.class,
                InterruptedNamingException.class,
                TimeLimitExceededException.class);
    }

    /** What a typed name alone can bring about. */
    private static boolean isOfName(Throwable fault) {
        return is(
                fault,
                BadCredentialsException.class,
                UsernameNotFoundException.class,
                InvalidNameException.class,
                InvalidSearchFilterException.class,
                BadLdapGrammarException.class,
                SizeLimitExceededException.class,
                InvalidAttributeValueException.class,
                IncorrectResultSizeDataAccessException.class);
    }

    private static boolean is(Throwable fault, Class<?>... any) {
        return Stream.of(any).anyMatch(each -> each.isInstance(fault));
    }

    /** Whom a fault concerns that came at some stage. */
    static Blame of(RuntimeException fault, Stage stage) {
        return switch (stage) {
            case SEARCHING -> isOfName(fault) ? PERSON : DIRECTORY;
            case TYPED -> isService(fault) ? DIRECTORY : PERSON;
            case FOUND -> isService(fault) ? ENTRY : PERSON;
            case BOUND -> ENTRY;
        };
    }
}
