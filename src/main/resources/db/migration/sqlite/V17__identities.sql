-- Accounts whose sign-in another service vouches for.

-- Who the holder is to that service, oidc or ldap; null: the password here vouches. Issuer and subject together mean one person for good.
alter table accounts add column way text;
alter table accounts add column issuer text;
alter table accounts add column subject text;
