package dev.quell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: screens every inbound call of a call centre that runs Asterisk. */
@SpringBootApplication
public class QuellApplication {

    static void main(String[] args) {
        SpringApplication.run(QuellApplication.class, args);
    }
}
