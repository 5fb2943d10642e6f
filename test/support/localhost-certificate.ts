/** A self-signed certificate for `localhost`, good for a hundred years and for nothing but tests. */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZmlelnOo6hFJriT/
NFgiJ1heABo0NatqqVaFsX237EWhRANCAAQtqRHVH0LnOud4MB4lIMvBxYxwSvov
04PPrxc58kTKmOAwahkf/f7eqxFcdrd7pvAsPRK0QMcPBfyvvPqZUH3r
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUW5VqU4sV4OfbdkbC1soWlKjJT2kwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzAwMzc1NVoYDzIxMjYxMDMw
MDAzNzU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQtqRHVH0LnOud4MB4lIMvBxYxwSvov04PPrxc58kTKmOAwahkf/f7e
qxFcdrd7pvAsPRK0QMcPBfyvvPqZUH3ro2kwZzAdBgNVHQ4EFgQUCvpfV//+32VP
hm5SwHeIP6REn64wHwYDVR0jBBgwFoAUCvpfV//+32VPhm5SwHeIP6REn64wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhAMhYaWF/eKua38oDBGbaoz4umRPJC+4SUw7uIXa157w7AiAB5sgH3b0e
Gh9BKTMMrWXkm/tpL9M6j7SlZr42qhOVrg==
-----END CERTIFICATE-----
`,
};
