package dev.openvenue.core.signing;

/** Keys that OpenSSL made for these tests; they open nothing. */
final class ThrowAwayKeys {
    static final String RSA = """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCmo6gg8g/VtW0w
            cI8Bg1W/Z8nN8+RCatb4nwxlXcNbZ5zGqpYK0u4k0n+S/QmumZzLYcygNQUunQNX
            VgbFanhNeYyEzHrcu9363S8zvyMyP70i7AFfuSFxiL/Nxa3jIJM+CDU+nnerPRn7
            rBLFiiqzI6fNp9ouYoj/dCwGJ4N1f3pG+vz5wMOqMlJdV4bBzw1mdQsOpYiYZvAX
            4abr+oyncFwY1RwNaPrAwgrBhZrt3CdCpyUTqdL8rlEYNSPVkqv8emMR2heHJZQ5
            X+DKJ/Ugy8ykK4anKQo2vubqJ9vO8cVsc/3sB0nVSj3EvxiimiXUGOg1qnvsQMrD
            NtFYncPrAgMBAAECggEAB4IuTDW8Auwm3FzmBLJvRa2eiTopGdkIkLFR9KtR5yd3
            B/idxCUW9+/IMc5XBlgDmaJxfvKEpkIK6X+F1JVkkFEexMkV7CZG7UvUGafOJTB8
            DDvIIBEOcbgwtEvo9uf72nqyM30edUfOiOmK+v2ryOCdagXbLeXguGn6pdhX8w5V
            pdqTNCCTr/+3YatJXafJTOWOA/44Q0pNAevXw9bT8RTFNV0IuFh3vK6VypH0HLZ/
            NY6uivBIbd7zqnnQ1L0MQ8nGjIU5C0LmKpZY3hBJ2shuQMmjCP5N/jRot+C7QWdA
            iDCt3t0cxLVYKUzYh0onQsFJIIy7bCNXOTLZOcx02QKBgQDrNfvEqdEqHKteyZa1
            NBwhRH67KKOvregcCpQBUvKu1+yailD4w+jHGlWQxAXgonz2q5sWcQbRIP0R9tB1
            HWv8gEDSZ2nGCFvfaTq5ZBoFuamb1A4Y7CHaN3Fqc7OF7CyS3qId1iqCrv14Xce7
            Jb43aW9LzMkR6XSgeJ124z7ZnwKBgQC1XiIQoiN1F62rapp/djE8WYtBdc7ZvRte
            C6tNBtFFEWzYK+1JkmRd2xqvdyYz85ZVFRsiABr011MjyRl+jrkbbi1mKUnHRFzf
            E4vuO7xHY3fAh027LZrTBRN/CeCwNOjrg+svGdoJIytRyVxJ+GwNMzgkWzIKJDG8
            fkLMZtWKNQKBgDgto52cRcX+JPw1v9Y1xQY5Gt/O3BGowsh3ylPqoOYb0noy0RYp
            jJ6Jbqht+U1m4dv0rs0UX+FxNKCmx7FBPrqHU3QtmPjgpDjfJFSFUSXO63C5nEhd
            ldRN67vWOKmi+B54KFZiAbNG4mluVLchU6Zee2OqXNf3X5C4Xju4GRnXAoGBAI6Q
            JuDCQnLZIPd8PWNxyXPxwwe6jdUT0/5R194dPMQ41UD7DnNlciVghBJm6w2tLH9G
            ruREBuxskXqwqayUjaalLWR/kfHjp8jl+XlTVUUcR9Z7xLscNvYmqFOUtRxtCqWO
            NYD5pizGi1enmza94llh6ICTersEBmBvMxyuvK39AoGAZbNu6VhtRyzXCTOUcgmO
            sw4BPdiyWxJHRWrW/ns64Nx8aKSCniezZMdxFU0o66T9awJWTL9fq41H+z1h4iWW
            yrR+DR5950aHAbpT83S5J5E3zIa3hzlzZH5oHTR0SDBLdVVL11jVkficnxvXZO7p
            obxuwd7vG7ACLfOyJxDHl3g=
            -----END PRIVATE KEY-----
            """;

    static final String ED25519 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIN4T7hGkUQ7kYHw+2vjL6bqeehPtVrt21hB60cy2K1GW
            -----END PRIVATE KEY-----
            """;

    static final String ED448 = """
            -----BEGIN PRIVATE KEY-----
            MEcCAQAwBQYDK2VxBDsEORygg5bCypbXZqDFcNlU06ozBOpP4v2dlDdRvsfVVjkM
            amSErVeYwXdX0t73cdWt/SIcXLCHQGzGvQ==
            -----END PRIVATE KEY-----
            """;

    static final String EC = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiBh7vrgJASyXeANo
            yVWWEgarvRmM9N3UOG65FE7JzwOhRANCAATNjAqtRKjv6cZbiAzTDWRnIRC/Wg9D
            OuwXjBmXVUudsayRCB61OXwO7Fpb7uKvc5zp4wnbcIildyqiL0kjn43i
            -----END PRIVATE KEY-----
            """;

    static final String ED25519_PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEANb6HONgIFzUAnDKjvUUAjX8912Y3XcsmrDZeJshstuI=
            -----END PUBLIC KEY-----
            """;

    /** Locked with the password "x". */
    static final String ED25519_ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhmtKBiFBOhsgICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEApKhcmbsyJDnL79UJiUSvkEQE+v
            wI0eOR4C2L0USst0UE6gWPNrx2SwMGOVPesSLr8YdYTfnFudva02KDg6ev7+kzeo
            xdXyt4uxG7IrMorlAaI=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    private ThrowAwayKeys() {}
}
