package dev.quell.security.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.quell.flag.CallRedirector;
import dev.quell.security.people.Role;
import dev.quell.security.people.Turn;
import dev.quell.testing.MovingClock;
import dev.quell.testing.SignedInAs;
import dev.quell.testing.servers.NeedsSlapd;
import dev.quell.testing.servers.SlapdServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

/** The sign-in page before a real OpenLDAP, whose account {@code strict} is locked after six wrong passwords. */
@NeedsSlapd
@SpringBootTest(properties = "quell.asterisk.agi.port=0")
@AutoConfigureMockMvc
class DirectorySignInTests {

    private static int desk;

    @TempDir
    static Path directory;

    private static SlapdServer server;

    @MockitoBean
    CallRedirector redirector;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext service;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        server = SlapdServer.start(directory, Path.of("src/test/resources/security/people.ldif"));
        settings.add("quell.data-directory", directory.resolve("data")::toString);
        Map.of(
                        "enabled",
                        "true",
                        "urls",
                        server.encryptedUrl(),
                        "certificates",
                        server.certificate().toString(),
                        "base",
                        SlapdServer.BASE,
                        "bind-dn",
                        SlapdServer.READER,
                        "bind-password",
                        SlapdServer.PASSWORD,
                        "user.search-base",
                        "ou=people",
                        "user.filter",
                        "(|(uid={0})(mail={0}))",
                        "roles.agent",
                        "*")
                .forEach((key, value) -> settings.add("quell.sign-in.ldap." + key, () -> value));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void somebodyHasAPasswordHere() {
        SignedInAs.roles(service, Role.ADMIN);
    }

    /** Where the sign-in page leads, asked from an address that nobody asked from before. */
    private String ask(String name, String password) throws Exception {
        String address = "198.51.100." + ++desk;
        MockHttpServletResponse answer = mvc.perform(post("/login")
                        .param("name", name)
                        .param("password", password)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(answer.getRedirectedUrl()).replaceFirst("wait=[0-9]+", "wait");
    }

    @Test
    void strangersLockNobodyHoweverTheySpellTheName() throws Exception {
        assertThat(ask("strict", "no")).isEqualTo("/login?wrong");
        assertThat(ask("STRICT", "no")).isEqualTo("/login?wrong");
        assertThat(ask(" strict ", "no")).isEqualTo("/login?wrong");
        assertThat(ask("str\u00edct", "no")).isEqualTo("/login?wrong");
        for (String name : new String[] {"strict", "Strict", "CORP\\strict", "strict@example.org", "st\u00adrict"}) {
            assertThat(ask(name, "no")).as(name).isEqualTo("/login?wait");
        }
        // Another name of the same entry, of which three were tried.
        assertThat(ask("one.more@example.org", "no")).isEqualTo("/login?wrong");
        assertThat(ask("ONE.more@example.org", "no")).isEqualTo("/login?wait");
        assertThat(ask("one.more@example.org", "strict-pass")).isEqualTo("/login?wait");

        assertThat(ask("li.na", "li-pass")).doesNotStartWith("/login");
        try (Directory whole = new Directory(
                new LdapBuilder()
                        .url(server.encryptedUrl())
                        .certificates(server.certificate())
                        .build(),
                new MovingClock(Instant.EPOCH))) {
            assertThat(whole.check("strict", "strict-pass", Turn.STRANGER, entry -> {}))
                    .isPresent();
        }
    }

    @Test
    void aNameThatNobodyHasIsLimitedAlike() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(ask("nobody.here", "no")).isEqualTo("/login?wrong");
        }
        assertThat(ask("NOBODY.here", "no")).isEqualTo("/login?wait");
    }

    @Test
    void whatFitsCostsNothing() throws Exception {
        for (int i = 0; i < 9; i++) {
            assertThat(ask("wang.wei", "wang-pass")).doesNotStartWith("/login");
        }
    }
}
