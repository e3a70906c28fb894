package dev.quell.doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Findings;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a secret's owner and rights, where the service's user is quell. */
class TokenFilesCheckTest {

    private static Finding found(String owner, String group, String rights, boolean ownersAlone) {
        UserPrincipal user = mock();
        when(user.getName()).thenReturn(owner);
        GroupPrincipal users = mock();
        when(users.getName()).thenReturn(group);
        PosixFileAttributes owned = mock();
        when(owned.owner()).thenReturn(user);
        when(owned.group()).thenReturn(users);
        when(owned.permissions()).thenReturn(PosixFilePermissions.fromString(rights));
        Findings findings = new Findings();
        TokenFilesCheck.owned(findings, Path.of("/f"), owned, "quell", ownersAlone);
        return findings.all().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "quell, quell, rw-------, OK, ''",
        "quell, quell, rw-r-----, WARN, chmod 600 /f",
        "quell, quell, rw----r--, FAULT, chmod 600 /f",
        "root, quell, rw-r-----, FAULT, chown quell: /f && chmod 600 /f",
        "root, root, rw-r--r--, FAULT, chown quell: /f && chmod 600 /f",
    })
    void theApiTokenIsItsOwnersAlone(String owner, String group, String rights, String level, String todo) {
        Finding finding = found(owner, group, rights, true);

        assertThat(finding.level()).hasToString(level);
        assertThat(finding.todo()).isEqualTo(todo);
    }

    @ParameterizedTest
    @CsvSource({
        "root, quell, rw-r-----, OK, ''",
        "quell, quell, rw-------, OK, ''",
        "root, quell, rw-------, FAULT, chgrp quell /f && chmod 640 /f",
        "root, root, rw-r-----, FAULT, chgrp quell /f && chmod 640 /f",
        "quell, quell, rw-r--r--, FAULT, chmod 640 /f",
    })
    void theOtherSecretsMayBeReadByTheServicesGroup(
            String owner, String group, String rights, String level, String todo) {
        Finding finding = found(owner, group, rights, false);

        assertThat(finding.level()).hasToString(level);
        assertThat(finding.todo()).isEqualTo(todo);
    }
}
