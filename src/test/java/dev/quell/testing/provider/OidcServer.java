package dev.quell.testing.provider;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A real provider: codes with proof keys, signed tokens, keys at an address of their own, what it says of a person, and the end of a session. It is an
 * application beside the service, in a web server of its own, and shares no bean and no setting with it.
 */
public final class OidcServer implements AutoCloseable {

    /** What the provider calls the service. */
    public static final String CLIENT = "quell";

    /** The client's secret. */
    public static final String SECRET = "a secret of tests: 1 + 1";

    private final int port;
    private final OidcPeople people;
    private Tomcat running;

    /** One that answers when this returns. */
    public OidcServer() {
        port = free();
        people = new OidcPeople(issuer());
        running = begin();
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its issuer. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Those whom it knows, and what it says of them. */
    public OidcPeople people() {
        return people;
    }

    private Tomcat begin() {
        try {
            Path own = Files.createTempDirectory("quell-provider");
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(own.toString());
            Connector connector = new Connector();
            connector.setPort(port);
            connector.setProperty("address", "127.0.0.1");
            tomcat.setConnector(connector);
            Context root = tomcat.addContext("", own.toString());
            // Without a servlet no filter is asked.
            Tomcat.addServlet(root, "nothing", new HttpServlet() {});
            root.addServletMappingDecoded("/", "nothing");
            root.addServletContainerInitializer(
                    (classes, servlets) -> {
                        GenericWebApplicationContext beans = new GenericWebApplicationContext(servlets);
                        beans.registerBean(OidcPeople.class, () -> people);
                        new AnnotatedBeanDefinitionReader(beans).register(OidcBeans.class);
                        beans.refresh();
                        servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", beans))
                                .addMappingForUrlPatterns(null, false, "/*");
                    },
                    null);
            tomcat.start();
            return tomcat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes away; whoever was signed in is not any more. */
    public void stop() {
        try {
            running.stop();
            running.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes back at the same address. */
    public void start() {
        running = begin();
    }

    @Override
    public void close() {
        stop();
    }
}
