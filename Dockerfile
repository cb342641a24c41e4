# The whole product in one image; `compose.yaml` runs it with PostgreSQL. Without one it keeps its embedded database in /data:
#   docker build -t dat-chuan . && docker run --init -p 127.0.0.1:3000:3000 -v dat-chuan:/data dat-chuan
FROM node:24-bookworm-slim

# Readers of PDF files and of scans (Vietnamese): optional for the product, and much better than doing without.
RUN apt-get update \
 && apt-get install -y --no-install-recommends poppler-utils tesseract-ocr tesseract-ocr-vie \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app

# Packages change less often than the code: their layer is kept between builds.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY . .
# The page is built here, so that the running container writes nowhere but to /data, /backups and /tmp. A new volume takes its owner
# from the folder that it covers.
RUN node -e "import('/app/web/build.ts').then(({ ensureBuilt }) => ensureBuilt())" \
 && mkdir /data /backups && chown node:node /data /backups && chmod 700 /data /backups

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
VOLUME /data
EXPOSE 3000
USER node

HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Not `npm start`: npm would stand between the program and the signal to stop.
CMD ["node", "bot/main.ts"]
