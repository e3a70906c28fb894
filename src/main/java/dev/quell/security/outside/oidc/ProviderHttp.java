package dev.quell.security.outside.oidc;

import dev.quell.security.outside.Trust;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** The ways over which the provider is asked: with the authorities of the settings, in the time that they allow, and never to another address. */
final class ProviderHttp implements AutoCloseable {

    private final HttpClient client;
    private final ClientHttpRequestFactory requests;

    ProviderHttp(OidcSettings settings) {
        client = HttpClient.newBuilder()
                .sslContext(Trust.of(settings.certificates()))
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(settings.timeout());
        requests = factory;
    }

    /** For the provider's configuration and its keys. */
    RestOperations plain() {
        return new RestTemplate(requests);
    }

    /** For what it says of a person. */
    RestOperations person() {
        RestTemplate rest = new RestTemplate(requests);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return rest;
    }

    /** For tokens. */
    RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
