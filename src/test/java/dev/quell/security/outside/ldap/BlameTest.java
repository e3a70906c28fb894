package dev.quell.security.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.outside.ldap.Blame.Stage;
import javax.naming.AuthenticationException;
import javax.naming.AuthenticationNotSupportedException;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoPermissionException;
import javax.naming.OperationNotSupportedException;
import javax.naming.ServiceUnavailableException;
import javax.naming.SizeLimitExceededException;
import javax.naming.directory.InvalidAttributeValueException;
import javax.naming.directory.SchemaViolationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ldap.support.LdapUtils;

/** Result codes as Java's LDAP and Spring make exceptions of them. */
class BlameTest {

    /** What Java throws for a code ({@code com.sun.jndi.ldap.LdapCtx#mapErrorCode}). */
    private static NamingException thrown(int code) {
        String text = "[LDAP: error code " + code + " - some words]";
        return switch (code) {
            case 4 -> new SizeLimitExceededException(text);
            case 19 -> new InvalidAttributeValueException(text);
            case 32 -> new NameNotFoundException(text);
            case 48 -> new AuthenticationNotSupportedException(text);
            case 49 -> new AuthenticationException(text);
            case 50 -> new NoPermissionException(text);
            case 51, 52 -> new ServiceUnavailableException(text);
            case 53 -> new OperationNotSupportedException(text);
            case 65 -> new SchemaViolationException(text);
            case 81, 91 -> new CommunicationException(text);
            default -> new NamingException(text);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1,  DIRECTORY, PERSON,    PERSON, ENTRY",
        "4,  PERSON,    PERSON,    PERSON, ENTRY",
        "19, PERSON,    PERSON,    PERSON, ENTRY",
        "32, DIRECTORY, PERSON,    PERSON, ENTRY",
        "48, DIRECTORY, PERSON,    PERSON, ENTRY",
        "49, DIRECTORY, PERSON,    PERSON, ENTRY",
        "50, DIRECTORY, PERSON,    PERSON, ENTRY",
        "51, DIRECTORY, DIRECTORY, ENTRY,  ENTRY",
        "52, DIRECTORY, DIRECTORY, ENTRY,  ENTRY",
        "53, DIRECTORY, PERSON,    PERSON, ENTRY",
        "65, DIRECTORY, PERSON,    PERSON, ENTRY",
        "80, DIRECTORY, PERSON,    PERSON, ENTRY",
        "81, DIRECTORY, DIRECTORY, ENTRY,  ENTRY",
        "91, DIRECTORY, DIRECTORY, ENTRY,  ENTRY"
    })
    void aCodeIsSortedByWhenItCame(int code, Blame searching, Blame typed, Blame found, Blame bound) {
        RuntimeException fault = LdapUtils.convertLdapException(thrown(code));

        assertThat(Blame.of(fault, Stage.SEARCHING)).isEqualTo(searching);
        assertThat(Blame.of(fault, Stage.TYPED)).isEqualTo(typed);
        assertThat(Blame.of(fault, Stage.FOUND)).isEqualTo(found);
        assertThat(Blame.of(fault, Stage.BOUND)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({"SEARCHING, DIRECTORY", "TYPED, PERSON", "FOUND, PERSON", "BOUND, ENTRY"})
    void whatIsNoAnswerOfADirectoryIsSortedToo(Stage stage, Blame blame) {
        assertThat(Blame.of(new IllegalArgumentException("a subject has 1 to 255 characters"), stage))
                .isEqualTo(blame);
    }
}
