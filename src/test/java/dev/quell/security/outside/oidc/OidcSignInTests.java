package dev.quell.security.outside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.quell.flag.CallRedirector;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.login.SignedOutElsewhere;
import dev.quell.security.outside.oidc.StubProvider.Flaw;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Identity;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.OutsideAccountException;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import dev.quell.security.people.Way;
import dev.quell.testing.SignedInAs;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Signing in with a provider, from the first request to the session. */
@SpringBootTest(properties = {"quell.asterisk.agi.port=0", "quell.people.sign-in.address.burst=40"})
@AutoConfigureMockMvc
class OidcSignInTests {
    private static final AtomicInteger DESKS = new AtomicInteger(1000);

    private static final StubProvider PROVIDER = new StubProvider();
    private static int made;

    @TempDir
    static Path directory;

    @MockitoBean
    CallRedirector redirector;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Staff staff;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationContext service;

    private String person;
    private final int desk = DESKS.incrementAndGet();
    private String address;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("quell.data-directory", directory::toString);
        Map.of(
                        "enabled", "true",
                        "issuer", PROVIDER.issuer(),
                        "client-id", StubProvider.CLIENT,
                        "client-secret", StubProvider.SECRET,
                        "label", "Company <login>",
                        "roles.admin", "bosses",
                        "roles.agent", "desk",
                        "roles-claim", "realm.groups",
                        "agent-claim", "extension",
                        "timeout", "3s")
                .forEach((key, value) -> settings.add("quell.sign-in.oidc." + key, () -> value));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void somebodyHasAPasswordHere() {
        SignedInAs.roles(service, Role.ADMIN);
        person = "li" + ++made;
        address = "198.51.100." + made;
    }

    /** A sign-in that was begun: what the provider was asked, and the cookie of the browser. */
    private record Begun(Map<String, String> question, Cookie cookie) {}

    private MockHttpServletResponse start(String url) throws Exception {
        return mvc.perform(get(URI.create(url)).with(request -> {
                    request.setRemoteAddr(address);
                    request.setServerPort(request.isSecure() ? 443 : 80);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    private Begun begin(String url) throws Exception {
        MockHttpServletResponse answer = start(url);
        String to = Objects.requireNonNull(answer.getRedirectedUrl());
        assertThat(to).startsWith(PROVIDER.issuer() + "/authorize?");
        Map<String, String> question = new HashMap<>();
        UriComponentsBuilder.fromUriString(to)
                .build()
                .getQueryParams()
                .forEach(
                        (key, values) -> question.put(key, UriUtils.decode(values.getFirst(), StandardCharsets.UTF_8)));
        return new Begun(question, Objects.requireNonNull(answer.getCookie(Pending.COOKIE)));
    }

    private MvcResult back(Begun begun, String... parameters) throws Exception {
        var request = get("/login/oidc/code").cookie(begun.cookie()).with(asked -> {
            asked.setRemoteAddr(address);
            return asked;
        });
        for (int at = 0; at < parameters.length; at += 2) {
            request.param(parameters[at], parameters[at + 1]);
        }
        return mvc.perform(request).andReturn();
    }

    private MvcResult answered(Begun begun, Map<String, Object> claims, Flaw flaw) throws Exception {
        String code = PROVIDER.vouch(begun.question(), claims, flaw);
        return back(begun, "code", code, "state", begun.question().get("state"));
    }

    private Map<String, Object> claims(String... groups) {
        return Map.of(
                "sub",
                "subject of " + person,
                "preferred_username",
                person + "@example.org",
                "name",
                "Li <b>Na</b>\u202e",
                "realm",
                Map.of("groups", List.of(groups)),
                "extension",
                desk);
    }

    private MvcResult signIn(String... groups) throws Exception {
        return answered(begin("/login/oidc"), claims(groups), Flaw.NONE);
    }

    private static String to(MvcResult result) {
        return result.getResponse().getRedirectedUrl();
    }

    private static MockHttpSession session(MvcResult result) {
        return (MockHttpSession) result.getRequest().getSession(false);
    }

    private String open(MockHttpSession session, String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).session(session)).andReturn().getResponse();
        return answer.getStatus() == 200 ? "open" : answer.getStatus() + " " + answer.getRedirectedUrl();
    }

    private List<String> noted(String account) {
        return audit
                .page(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(account),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        9))
                .stream()
                .map(entry -> entry.deed().word() + " " + entry.after())
                .toList();
    }

    @Test
    void theProviderIsAskedWithStateNonceAndProofKey() throws Exception {
        Begun begun = begin("/login/oidc");
        Begun other = begin("/login/oidc");

        assertThat(begun.question())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "quell")
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", "http://localhost/login/oidc/code")
                .containsEntry("code_challenge_method", "S256");
        assertThat(List.of("state", "nonce", "code_challenge"))
                .allSatisfy(each -> assertThat(begun.question().get(each))
                        .hasSizeGreaterThanOrEqualTo(43)
                        .isNotEqualTo(other.question().get(each)));
        assertThat(begun.cookie().isHttpOnly()).isTrue();
        assertThat(begun.cookie().getPath()).isEqualTo("/login/oidc");
        assertThat(begun.cookie().getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(begun.cookie().getSecure()).isFalse();
    }

    @Test
    void behindTlsTheProviderLeadsBackThereAndTheCookieIsForTlsAlone() throws Exception {
        Begun begun = begin("https://quell.example.org/login/oidc");

        assertThat(begun.question()).containsEntry("redirect_uri", "https://quell.example.org/login/oidc/code");
        assertThat(begun.cookie().getSecure()).isTrue();
    }

    @Test
    void whoeverIsVouchedForHasAnAccountASessionAndThePageThatWasWanted() throws Exception {
        Begun begun = begin("/login/oidc?next=%2Fpeople%3Fx%3D1");
        MvcResult in = answered(begun, claims("bosses", "desk"), Flaw.NONE);

        assertThat(to(in)).isEqualTo("/people?x=1");
        assertThat(open(session(in), "/people")).isEqualTo("open");
        Account account = accounts.find(person).orElseThrow();
        assertThat(account.identity()).contains(new Identity(Way.OIDC, PROVIDER.issuer(), "subject of " + person));
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.AGENT);
        assertThat(account.agent()).contains("PJSIP/" + desk);
        assertThat(account.fullName()).isEqualTo("Li <b>Na</b>");
        assertThat(noted(person))
                .containsExactly(
                        "signed-in oidc",
                        "account-made admin agent, PJSIP/" + desk + ", Li <b>Na</b>, oidc subject of " + person);
    }

    @Test
    void anInterfaceThatAnotherAccountHasIsNotGiven() throws Exception {
        signIn("bosses", "desk");
        String first = person;
        person = "another-" + first;
        signIn("bosses", "desk");

        assertThat(accounts.find(first).orElseThrow().agent()).contains("PJSIP/" + desk);
        assertThat(accounts.find(person).orElseThrow().agent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"//evil.example", "https://evil.example/", "/login/oidc", "/\\evil.example"})
    void whereToGoIsNeverAnotherSite(String next) throws Exception {
        Begun begun = begin("/login/oidc?next=" + UriUtils.encode(next, "UTF-8"));

        assertThat(to(answered(begun, claims("desk"), Flaw.NONE))).isEqualTo("/agent");
    }

    @Test
    void otherGroupsCountAtTheNextSignInAndNoneEndTheSessions() throws Exception {
        MockHttpSession first = session(signIn("bosses"));
        assertThat(open(first, "/people")).isEqualTo("open");

        assertThat(to(signIn("desk"))).isEqualTo("/agent");
        assertThat(accounts.find(person).orElseThrow().roles()).containsExactly(Role.AGENT);
        assertThat(open(first, "/people")).isEqualTo("403 null");
        assertThat(open(first, "/agent")).isEqualTo("open");

        assertThat(to(signIn("canteen"))).isEqualTo("/login?told=no-role&by=oidc");
        assertThat(open(first, "/agent")).isEqualTo("302 /login?next=%2Fagent");
        assertThat(to(signIn("desk"))).isEqualTo("/agent");
    }

    @Test
    void whoeverHasNoRoleIsToldWhatToAskFor() throws Exception {
        MvcResult out = signIn();

        assertThat(session(out)).isNull();
        assertThat(accounts.find(person)).isEmpty();
        assertThat(mvc.perform(get(URI.create(Objects.requireNonNull(to(out)))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(
                        "Company &lt;login&gt; knows you, but none of your groups has a role here.",
                        "the setting quell.sign-in.oidc.roles names");
        assertThat(noted(""))
                .first()
                .isEqualTo("sign-in-failed oidc, no-role: " + person + "@example.org (subject of " + person + ")");
    }

    @Test
    void whoeverIsDisabledHereStaysOut() throws Exception {
        MockHttpSession session = session(signIn("bosses"));
        staff.change(person, Change.disabled(true));

        assertThat(to(signIn("bosses"))).isEqualTo("/login?told=disabled&by=oidc");
        assertThat(open(session, "/people")).startsWith("302 /login");
    }

    @Test
    void anAccountOfTheSameNameIsAnotherPersons() throws Exception {
        Account local = new Account(
                person,
                "Local",
                Set.of(Role.AUDITOR),
                Optional.empty(),
                new PasswordHash("{none}"),
                Instant.EPOCH,
                false,
                Instant.EPOCH,
                Instant.EPOCH);
        accounts.add(local);

        signIn("bosses");
        signIn("bosses");

        assertThat(accounts.find(person)).contains(local);
        assertThat(accounts.find(person + ".2").orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(accounts.find(person + ".3")).isEmpty();
    }

    @Test
    void theSubjectTellsPeopleApartAndNoName() throws Exception {
        signIn("bosses");
        Map<String, Object> another = new HashMap<>(claims("desk"));
        another.put("sub", "another");
        Map<String, Object> renamed = new HashMap<>(claims("bosses"));
        renamed.put("preferred_username", "somebody.else");

        assertThat(to(answered(begin("/login/oidc"), another, Flaw.NONE))).isEqualTo("/agent");
        assertThat(to(answered(begin("/login/oidc"), renamed, Flaw.NONE))).isEqualTo("/now");

        assertThat(accounts.find(person + ".2").orElseThrow().roles()).containsExactly(Role.AGENT);
        assertThat(accounts.find(person).orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(accounts.find("somebody.else")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "SERVER_ERROR", "SILENCE"})
    void aWordThatIsNotTheProvidersOrNotForUsLetsNobodyIn(Flaw flaw) throws Exception {
        MvcResult out = answered(begin("/login/oidc"), claims("bosses"), flaw);

        assertThat(to(out)).isEqualTo("/login?told=unusable&by=oidc");
        assertThat(session(out)).isNull();
        assertThat(accounts.find(person)).isEmpty();
    }

    @Test
    void aProviderThatSaysNothingIsAway() throws Exception {
        assertThat(to(answered(begin("/login/oidc"), claims("bosses"), Flaw.SILENCE)))
                .isEqualTo("/login?told=away&by=oidc");
    }

    @Test
    void aCodeIsOfUseOnceAndInItsBrowser() throws Exception {
        Begun begun = begin("/login/oidc");
        Begun stranger = begin("/login/oidc");
        String code = PROVIDER.vouch(begun.question(), claims("bosses"), Flaw.NONE);
        String state = begun.question().get("state");

        assertThat(to(back(stranger, "code", code, "state", state))).isEqualTo("/login?told=expired&by=oidc");
        assertThat(to(back(begun, "code", code, "state", "another"))).isEqualTo("/login?told=expired&by=oidc");
        assertThat(to(back(begun, "code", code, "state", state))).isEqualTo("/now");
        assertThat(to(back(begun, "code", code, "state", state))).isEqualTo("/login?told=expired&by=oidc");
        assertThat(to(back(begun))).isEqualTo("/login?told=expired&by=oidc");
    }

    @Test
    void anothersCodeDoesNotFitTheProofKey() throws Exception {
        Begun victim = begin("/login/oidc");
        Begun thief = begin("/login/oidc");
        String stolen = PROVIDER.vouch(victim.question(), claims("bosses"), Flaw.NONE);

        assertThat(to(back(thief, "code", stolen, "state", thief.question().get("state"))))
                .isEqualTo("/login?told=unusable&by=oidc");
    }

    @ParameterizedTest
    @CsvSource({"access_denied, refused", "server_error, away", "<script>, unusable"})
    void whatTheProviderSaysInPlaceOfACodeIsSaid(String error, String told) throws Exception {
        Begun begun = begin("/login/oidc");

        assertThat(to(back(begun, "error", error, "state", begun.question().get("state"))))
                .isEqualTo("/login?told=" + told + "&by=oidc");
    }

    @Test
    void whoBeginsTooOftenHasToWaitAndWhoGetsInHasNotBegun() throws Exception {
        for (int i = 0; i < 45; i++) {
            assertThat(to(signIn("desk"))).isEqualTo("/agent");
        }
        for (int i = 0; i < 40; i++) {
            begin("/login/oidc");
        }

        assertThat(start("/login/oidc").getRedirectedUrl()).matches("/login\\?wait=[1-9]");
    }

    @Test
    void theWayBackIsNoWayInForNobodysSession() throws Exception {
        MockHttpSession planted = new MockHttpSession();
        Begun begun = begin("/login/oidc");
        String code = PROVIDER.vouch(begun.question(), claims("bosses"), Flaw.NONE);
        String before = planted.getId();
        MvcResult in = mvc.perform(get("/login/oidc/code")
                        .session(planted)
                        .cookie(begun.cookie())
                        .param("code", code)
                        .param("state", begun.question().get("state")))
                .andReturn();

        assertThat(to(in)).isEqualTo("/now");
        assertThat(session(in).getId()).isNotEqualTo(before);
    }

    @Test
    void signingOutLeadsToTheProviderWithWhatItHasToKnow() throws Exception {
        MockHttpSession session = session(signIn("bosses"));
        MvcResult out =
                mvc.perform(post("/logout").session(session).with(csrf())).andReturn();

        assertThat(out.getResponse().getForwardedUrl()).isEqualTo("/login/left");
        assertThat(out.getRequest().getAttribute(SignedOutElsewhere.ADDRESS))
                .asString()
                .startsWith(PROVIDER.issuer() + "/logout?client_id=quell&post_logout_redirect_uri="
                        + "http%3A%2F%2Flocalhost%2Flogin%3Fbye&id_token_hint=ey");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whatTheProviderSaysOfItsPeopleIsNotChangedHere() throws Exception {
        signIn("bosses");

        assertThatThrownBy(() -> staff.change(person, Change.password("four words that fit")))
                .isInstanceOf(OutsideAccountException.class);
        assertThat(accounts.find(person).orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void theLastAdminWithAPasswordHereStaysWhoeverIsAdminThere() throws Exception {
        signIn("bosses");

        assertThatThrownBy(() -> staff.change("admin", Change.disabled(true))).isInstanceOf(LastAdminException.class);
    }

    @Test
    void theSignInPageHasTheProvidersNameAsText() throws Exception {
        assertThat(mvc.perform(get("/login").param("next", "/people?x=1"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("href=\"/login/oidc?next=/people?x%3D1\"", "Sign in with Company &lt;login&gt;");
    }
}
