#!/bin/sh
# Makes the secrets that docker-compose.yml hands to its services, each once: what is there stays.
set -eu
cd "$(dirname "$0")/.."

mkdir -p secrets
# The folder keeps others out. The files can be read by anyone who is let in, as no service runs as their owner.
chmod 700 secrets

keep() {
  [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"
  chmod 644 "secrets/$1"
}

random() {
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

keep secret-key "${SECRET_KEY:-$(random)}"
keep postgres-password "${POSTGRES_PASSWORD:-$(random)}"
keep database-url "postgres://ruecklauf:$(cat secrets/postgres-password)@postgres:5432/ruecklauf"
keep smtp-url "${SMTP_URL:-smtp://mailpit:1025?tls=off}"
