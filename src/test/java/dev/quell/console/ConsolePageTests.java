package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.quell.flag.CallRedirector;
import dev.quell.security.people.Role;
import dev.quell.testing.Noon;
import dev.quell.testing.SignedInAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.FileSystemUtils;

/** The whole service with a log and people, asked for pages without a browser. Each request is signed in as a role. */
@SpringBootTest(properties = {"quell.asterisk.agi.port=0", "quell.screening.journal-wait=1s"})
@AutoConfigureMockMvc
@Import(Scene.class)
abstract class ConsolePageTests {
    /** The shipped recordings, to be replaced. */
    static final Path SOUNDS = sounds();

    @MockitoBean
    CallRedirector redirector;

    @TestBean
    Clock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    Scene scene;

    @Autowired
    ApplicationContext service;

    private final Map<Role, MockHttpSession> sessions = new EnumMap<>(Role.class);

    /** Of each context its own: one that differs by a mock is another service. */
    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Path own = data();
        settings.add("quell.data-directory", own::toString);
        settings.add("quell.prompts.folder", SOUNDS::toString);
    }

    static Clock clock() {
        return Noon.clock();
    }

    private static Path sounds() {
        try {
            Path copy = data();
            FileSystemUtils.copyRecursively(Path.of("dialplan/sounds"), copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path data() {
        try {
            return Files.createTempDirectory("quell-console");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void populate() {
        scene.make();
    }

    /** A page as a role sees it. */
    MockHttpServletResponse page(Role role, String path) throws Exception {
        return ask(get(URI.create(path)).session(session(role)).accept("text/html"));
    }

    /** The text of a page that an administrator opens. */
    String html(String path) throws Exception {
        MockHttpServletResponse answer = page(Role.ADMIN, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** What a form answers. */
    MockHttpServletResponse submit(Role role, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder form =
                post(URI.create(path)).session(session(role)).with(csrf()).accept("text/html");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return ask(form);
    }

    MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    /** A session of a role, for requests that are made otherwise. */
    final MockHttpSession signedIn(Role role) {
        return session(role);
    }

    private MockHttpSession session(Role role) {
        return sessions.computeIfAbsent(role, wanted -> SignedInAs.roles(service, wanted));
    }
}
